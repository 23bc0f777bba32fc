//! Invented people's names: common first and family names of the peoples of an English city,
//! drawn apart from each other, so that whoever bears one is nobody.
use super::chance::Chance;

pub(super) struct Origin {
    girls: &'static str,
    boys: &'static str,
    families: &'static str,
    /// Codes of `ethnicity`.
    pub(super) ethnicities: &'static [(u64, &'static str)],
    pub(super) languages: &'static [(u64, &'static str)],
}
const ENGLISH: &[(u64, &str)] = &[(1, "English")];

/// How many in a hundred of the city's families come from where.
pub(super) const ORIGINS: &[(u64, &Origin)] = &[
    (52, &BRITISH),
    (6, &IRISH),
    (9, &PAKISTANI),
    (5, &INDIAN),
    (8, &CARIBBEAN),
    (6, &WEST_AFRICAN),
    (5, &POLISH),
    (3, &ROMANIAN),
    (4, &KURDISH_AND_ARAB),
    (3, &EAST_AFRICAN),
    (2, &EAST_ASIAN),
];
pub(super) const BRITISH: Origin = Origin {
    girls: "Amelia Olivia Isla Ava Poppy Lily Freya Grace Evie Ruby Ellie Daisy Maisie Phoebe Chloe Megan Jessica Lacey \
            Skye Kayleigh Bethany Lola Scarlett Summer Rosie Millie Holly Imogen Harriet Tilly Abigail Libby Gracie Erin",
    boys: "Oliver George Noah Jack Harry Alfie Charlie Jacob Freddie Tyler Callum Kyle Mason Riley Logan Jayden Ethan \
           Connor Liam Dylan Reece Archie Toby Finley Bradley Lewis Kieran Declan Owen Ryan Jake Corey Joshua Harvey",
    families: "Smith Taylor Brown Wilson Johnson Walker Wright Robinson Thompson White Hughes Edwards Green Wood Harris \
               Clarke Jackson Turner Hill Cooper Ward Morris Shaw Parker Cook Bailey Richardson Bell Marsh Holmes Wells \
               Foster Pearson Mills Lowe Barker Hunt Webb Saunders Chapman Booth Slater Dawson Fletcher Gibson Hodges \
               Naylor Oldham Plant Radford Severn Tomlinson Wheatley Yates Allsop Bramley Cragg Dexter Elliott",
    ethnicities: &[(82, "WBRI"), (7, "MWBC"), (3, "MWBA"), (2, "MWAS"), (3, "MOTH"), (2, "NOBT"), (1, "WROM")],
    languages: ENGLISH,
};
const IRISH: Origin = Origin {
    girls: "Aoife Niamh Ciara Saoirse Orla Roisin Sinead Maeve Caitlin Shannon",
    boys: "Cian Oisin Patrick Conor Eoin Finn Sean Brendan Cormac Michael",
    families: "Murphy Kelly Doherty Gallagher Brennan Doyle Maguire Nolan Quinn Reilly Ward McDonagh Connors Joyce",
    ethnicities: &[(70, "WIRI"), (20, "WIRT"), (10, "WBRI")],
    languages: ENGLISH,
};
const PAKISTANI: Origin = Origin {
    girls: "Aisha Zainab Maryam Fatima Hafsa Amina Iqra Sana Noor Hira Laiba Mahnoor Anaya Safa",
    boys: "Ibrahim Yusuf Hamza Bilal Haris Zain Adil Imran Umar Hassan Rayyan Usman Danyal Sami",
    families: "Khan Hussain Ahmed Akhtar Mahmood Iqbal Malik Mirza Shah Butt Rafiq Sheikh Aslam Nawaz Bashir Begum",
    ethnicities: &[(80, "APKN"), (8, "ABAN"), (6, "AOTH"), (6, "MWAS")],
    languages: &[(60, "English"), (25, "Urdu"), (10, "Punjabi"), (5, "Bengali")],
};
const INDIAN: Origin = Origin {
    girls: "Simran Jasleen Priya Anika Harleen Diya Meera Kiran Riya Anjali",
    boys: "Arjun Jaspreet Rohan Harpreet Dev Manveer Nikhil Gurdeep Vikram Karan",
    families: "Patel Sharma Gill Sandhu Dhillon Kaur Mistry Sahota Bains Chauhan Grewal Nair",
    ethnicities: &[(90, "AIND"), (10, "MWAS")],
    languages: &[(70, "English"), (20, "Punjabi"), (10, "Gujarati")],
};
const CARIBBEAN: Origin = Origin {
    girls: "Shanice Tiana Renee Kiara Alesha Naomi Jada Chantelle Aaliyah Simone Imani Tamara",
    boys: "Tyrese Jermaine Malachi Andre Kadeem Dion Marlon Isaiah Leon Jerome Nathan Zion",
    families: "Campbell Francis Gordon Morgan Reid Grant Bennett Clarke Blake Douglas Henry Palmer Samuels Wint Powell",
    ethnicities: &[(55, "BCRB"), (40, "MWBC"), (5, "BOTH")],
    languages: ENGLISH,
};
const WEST_AFRICAN: Origin = Origin {
    girls: "Adaeze Chioma Folake Abena Temi Ngozi Esi Yetunde Akua Ife Blessing Amara",
    boys: "Tobi Kwame Emeka Kofi Chidi Femi Kojo Uche Seun Yaw Obinna Ayo",
    families: "Adeyemi Okafor Mensah Boateng Eze Bello Owusu Nwosu Balogun Asante Ojo Lawal Amoah Okoro Danso",
    ethnicities: &[(85, "BAFR"), (15, "MWBA")],
    languages: &[(70, "English"), (12, "Yoruba"), (10, "Igbo"), (8, "Twi")],
};
const POLISH: Origin = Origin {
    girls: "Zuzanna Maja Oliwia Lena Natalia Kinga Wiktoria Hanna Alicja Gabriela",
    boys: "Jakub Szymon Kacper Filip Oskar Mateusz Igor Bartosz Antoni Dawid",
    families: "Nowak Kowalski Zielinski Wojcik Mazur Krawczyk Duda Pawlak Sikora Baran Lis Wrona",
    ethnicities: &[(100, "WOTH")],
    languages: &[(75, "Polish"), (25, "English")],
};
const ROMANIAN: Origin = Origin {
    girls: "Ioana Andreea Bianca Denisa Larisa Elena Roxana Florina",
    boys: "Andrei Stefan Mihai Ionut Cristian Darius Florin Rares",
    families: "Popa Dumitru Stan Munteanu Lacatus Ciobanu Rusu Moldovan Covaci Balan",
    ethnicities: &[(60, "WOTH"), (40, "WROM")],
    languages: &[(80, "Romanian"), (20, "Romani")],
};
const KURDISH_AND_ARAB: Origin = Origin {
    girls: "Shilan Rojin Avin Layla Hala Rima Dalia Sozan Nour Yara",
    boys: "Aram Karwan Dilshad Omar Rebin Tariq Soran Walid Hiwa Zana",
    families: "Rashid Aziz Karim Hama Saleh Mustafa Barzan Haddad Nasser Qadir Jaff Farah",
    ethnicities: &[(75, "OOTH"), (25, "AOTH")],
    languages: &[(50, "Kurdish"), (40, "Arabic"), (10, "English")],
};
pub(super) const EAST_AFRICAN: Origin = Origin {
    girls: "Hodan Selam Ayaan Ikran Bethlehem Rahwa Sagal Feven",
    boys: "Abdi Yonas Liban Dawit Samatar Tesfay Guled Isaias",
    families: "Warsame Tesfaye Abdullahi Kidane Hersi Gebre Nur Haile Jama Berhane Elmi Osman",
    ethnicities: &[(100, "BAFR")],
    languages: &[(45, "Somali"), (35, "Tigrinya"), (10, "Arabic"), (10, "English")],
};
const EAST_ASIAN: Origin = Origin {
    girls: "Mei Linh Xin Thuy Jia Hua An Yan",
    boys: "Wei Minh Hao Duc Jun Long Tuan Bo",
    families: "Chen Nguyen Wong Tran Lam Liu Pham Cheung",
    ethnicities: &[(70, "CHNE"), (30, "AOTH")],
    languages: &[(50, "English"), (25, "Cantonese"), (25, "Vietnamese")],
};

/// Grown-ups who work here were born when other names were common.
const WOMEN: &str = "Karen Susan Julie Tracey Deborah Helen Joanne Nicola Sarah Claire Michelle Lisa Rachel Emma Laura \
                     Gemma Hannah Rebecca Charlotte Victoria Yvonne Marcia Beverley Shazia Rukhsana Nasreen Parminder Sunita \
                     Manjit Folasade Ngozi Comfort Agnieszka Katarzyna Ioana Deirdre Siobhan Sorrel Ifeoma Farzana";
const MEN: &str = "David Paul Mark Andrew Stephen Ian Kevin Gary Martin Simon Darren Lee Craig Stuart Jason Neil Matthew \
                   Daniel Adam Gareth Winston Delroy Errol Tariq Nadeem Imtiaz Harjit Rajesh Sukhdev Olumide Kwabena \
                   Emmanuel Piotr Marek Ciaran Declan Hassan Dawit Trevor Nigel";

impl Origin {
    pub(super) fn first(&self, girl: bool, chance: &mut Chance) -> String {
        word(if girl { self.girls } else { self.boys }, chance)
    }
    pub(super) fn family(&self, chance: &mut Chance) -> String {
        word(self.families, chance)
    }
}
pub(super) fn grown_up(woman: bool, family: &str, chance: &mut Chance) -> String {
    format!("{} {family}", word(if woman { WOMEN } else { MEN }, chance))
}
pub(super) fn worker(chance: &mut Chance) -> String {
    let origin = chance.weigh(ORIGINS);
    let (woman, family) = (chance.happens(780), origin.family(chance));
    grown_up(woman, &family, chance)
}
fn word(list: &'static str, chance: &mut Chance) -> String {
    let n = i64::try_from(list.split_whitespace().count()).unwrap_or(1);
    let nth = usize::try_from(chance.between(0, n - 1)).unwrap_or(0);
    list.split_whitespace().nth(nth).unwrap_or_default().to_string()
}
/// `LX` is no postcode area of the Royal Mail's: nobody lives there.
pub(super) fn postcode(chance: &mut Chance) -> String {
    let letter = |c: &mut Chance| *c.pick(&['A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N', 'P', 'Q', 'R', 'S', 'T']);
    let (district, sector) = (chance.between(1, 16), chance.between(1, 9));
    let (a, b) = (letter(chance), letter(chance));
    format!("LX{district} {sector}{a}{b}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ethnicity_is_a_code_of_its_set() {
        for (_, origin) in ORIGINS {
            for (_, code) in origin.ethnicities {
                assert!(practice::codes::holds("ethnicity", code, practice::day::date(2026, 11, 22)), "{code}");
            }
        }
    }
    #[test]
    fn names_and_postcodes_are_drawn_from_the_lists() {
        let mut c = Chance::of(3);
        let (a, b) = (worker(&mut c), worker(&mut c));
        assert!(a != b && a.split(' ').count() == 2, "{a}, {b}");
        assert!(postcode(&mut c).starts_with("LX"));
    }
}
