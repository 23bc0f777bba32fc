//! One page of the offer, from Markdown to GOV.UK's own markup. What a council may write is a short list: headings,
//! paragraphs, lists, tables, strong and slanted words, quotations and links. HTML is refused, so that no page can
//! hold a script; a comment is dropped, so that a source can stand beside what it is for.
use super::{
    escaped,
    set::address,
    settings::{Filled, Settings, with_usual_amounts},
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

#[derive(Debug, Default, PartialEq)]
pub struct Read {
    pub title: String,
    /// The first paragraph, for lists of pages; amounts stand as `{names}` in it and in the sections.
    pub lead: String,
    /// With headings from the second level on.
    pub html: String,
    /// The same a level lower, for all pages on one sheet.
    pub lower: String,
    /// Paragraphs and points without headings, a line each: what the reading age is asked of.
    pub text: String,
    pub sections: Vec<Section>,
    /// The `.md` files that it leads to, as addresses, and our own.
    pub links: Vec<(usize, String)>,
    /// Line and what is wrong with it.
    pub faults: Vec<(usize, String)>,
}
/// From one heading to the next: what a search finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    pub id: Option<String>,
    pub heading: String,
    pub text: String,
}

pub fn read(address: &str, markdown: &str, settings: &Settings) -> Read {
    let mut writer = Writer::new(address, settings);
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    for (event, at) in parser.into_offset_iter() {
        let line = markdown[..at.start.min(markdown.len())].matches('\n').count() + 1;
        writer.event(event, line);
    }
    writer.finish()
}

struct Writer<'a> {
    address: &'a str,
    settings: &'a Settings,
    out: Read,
    /// Words of the block that is being read, without markup.
    words: String,
    /// Markup of the heading that is being read, which stands elsewhere if it is the title.
    heading: Option<HeadingLevel>,
    /// Tags that are open, and what closes each.
    open: Vec<&'static str>,
    comment: String,
    in_link: bool,
    in_head: bool,
}
impl<'a> Writer<'a> {
    fn new(address: &'a str, settings: &'a Settings) -> Writer<'a> {
        Writer {
            address,
            settings,
            out: Read { sections: vec![Section::default()], ..Read::default() },
            words: String::new(),
            heading: None,
            open: vec![],
            comment: String::new(),
            in_link: false,
            in_head: false,
        }
    }
    fn event(&mut self, event: Event, line: usize) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some(level);
                self.words.clear();
            }
            Event::End(TagEnd::Heading(level)) => self.headed(level, line),
            Event::Start(tag) => self.start(tag, line),
            Event::End(tag) => self.end(tag, line),
            Event::Text(text) => self.text(&text, line),
            Event::Code(text) => self.text(&text, line),
            Event::SoftBreak => self.text(" ", line),
            Event::HardBreak => {
                self.html("<br>");
                self.words.push('\n');
            }
            Event::Rule => {
                self.html("<hr class=\"govuk-section-break govuk-section-break--visible govuk-section-break--m\">\n")
            }
            Event::Html(part) => self.comment.push_str(&part),
            Event::InlineHtml(part) => self.raw(&part, line),
            _ => self.wrong(line, "Loxley does not know this kind of Markdown: write it as words or a list"),
        }
    }
    fn start(&mut self, tag: Tag, line: usize) {
        match tag {
            Tag::Paragraph => {
                self.words.clear();
                self.put("<p class=\"govuk-body\">", "</p>\n");
            }
            Tag::List(None) => self.put("<ul class=\"govuk-list govuk-list--bullet\">\n", "</ul>\n"),
            Tag::List(Some(_)) => self.put("<ol class=\"govuk-list govuk-list--number\">\n", "</ol>\n"),
            Tag::Item => {
                self.words.clear();
                self.put("<li>", "</li>\n");
            }
            Tag::BlockQuote(_) => self.put("<div class=\"govuk-inset-text\">", "</div>\n"),
            Tag::Strong => self.put("<strong>", "</strong>"),
            Tag::Emphasis => self.put("<em>", "</em>"),
            Tag::Link { dest_url, .. } => self.link(&dest_url, line),
            Tag::Table(_) => self.put("<div class=\"loxley-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table class=\"govuk-table\">\n", "</table></div>\n"),
            Tag::TableHead => {
                self.in_head = true;
                self.put("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">", "</tr></thead>\n");
            }
            Tag::TableRow => self.put("<tr class=\"govuk-table__row\">", "</tr>\n"),
            Tag::TableCell => {
                self.words.clear();
                match self.in_head {
                    true => self.put("<th scope=\"col\" class=\"govuk-table__header\">", "</th>"),
                    false => self.put("<td class=\"govuk-table__cell\">", "</td>"),
                }
            }
            Tag::HtmlBlock => self.comment.clear(),
            Tag::Image { .. } => self.wrong(line, "a picture is not shown: say in words what it would show"),
            _ => self.wrong(line, "Loxley does not know this kind of Markdown: write it as words or a list"),
        }
    }
    fn end(&mut self, tag: TagEnd, line: usize) {
        match tag {
            TagEnd::HtmlBlock => {
                let all = std::mem::take(&mut self.comment);
                return self.raw(&all, line);
            }
            TagEnd::Image | TagEnd::CodeBlock => return,
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell => self.said(),
            TagEnd::TableHead => self.in_head = false,
            TagEnd::Link => self.in_link = false,
            _ => {}
        }
        if let Some(close) = self.open.pop() {
            self.html(close);
        }
    }
    /// A block is whole: its words are a line of what is read.
    fn said(&mut self) {
        let words = std::mem::take(&mut self.words);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if self.out.lead.is_empty() {
            self.out.lead = words.to_owned();
        }
        self.out.text.push_str(&with_usual_amounts(words));
        self.out.text.push('\n');
        if let Some(section) = self.out.sections.last_mut() {
            section.text.push_str(words);
            section.text.push('\n');
        }
    }
    fn headed(&mut self, level: HeadingLevel, line: usize) {
        self.heading = None;
        let words = std::mem::take(&mut self.words);
        let words = words.trim().to_owned();
        match (level, self.out.title.is_empty()) {
            (HeadingLevel::H1, true) => {
                let words = with_usual_amounts(&words);
                self.out.sections[0].heading.clone_from(&words);
                self.out.title = words;
            }
            (HeadingLevel::H1, false) => self.wrong(line, "a page has one title: begin other headings with ##"),
            (HeadingLevel::H2 | HeadingLevel::H3, _) => {
                let id = format!("{}-{}", self.address, self.out.sections.len());
                let small = level == HeadingLevel::H3;
                let (tag, lower, size) = if small { ("h3", "h4", "s") } else { ("h2", "h3", "m") };
                let text = escaped(&words);
                self.out.html.push_str(&format!("<{tag} class=\"govuk-heading-{size}\" id=\"{id}\">{text}</{tag}>\n"));
                self.out.lower.push_str(&format!("<{lower} class=\"govuk-heading-s\" id=\"{id}\">{text}</{lower}>\n"));
                self.out.sections.push(Section { id: Some(id), heading: words, text: String::new() });
            }
            _ => self.wrong(line, "headings have one, two or three #"),
        }
    }
    fn link(&mut self, to: &str, line: usize) {
        self.in_link = true;
        let href = address(to).map_or_else(|| to.to_owned(), |page| format!("/offer/{page}"));
        let outside = to.starts_with("https://");
        let known = outside || ["tel:", "mailto:", "sms:"].iter().any(|scheme| to.starts_with(scheme));
        if !known {
            self.out.links.push((line, href.clone()));
        }
        if !known && !href.starts_with("/offer") {
            self.wrong(
                line,
                &format!("“{to}” is no link: it begins with https://, tel: or mailto:, or names a page as 20-money.md"),
            );
        }
        let rel = if outside { " rel=\"noreferrer noopener\"" } else { "" };
        self.html(&format!("<a class=\"govuk-link\" href=\"{}\"{rel}>", escaped(&href)));
        self.open.push("</a>");
    }
    /// Words, with each `{name}` filled in.
    fn text(&mut self, text: &str, line: usize) {
        for piece in self.settings.pieces(text) {
            match piece {
                Filled::Words(words) => {
                    self.words.push_str(words);
                    self.html(&escaped(words));
                }
                Filled::Amount(name) => {
                    let name = format!("{{{name}}}");
                    self.words.push_str(&name);
                    self.html(&name);
                }
                Filled::Value { says, html } => {
                    self.words.push_str(&says);
                    let html = if self.in_link { escaped(&says) } else { html };
                    self.html(&html);
                }
                Filled::NoSuch(name) => {
                    self.wrong(line, &format!("{{{name}}} is in no line of settings.txt: add one, or put it right"));
                }
            }
        }
    }
    fn raw(&mut self, html: &str, line: usize) {
        let html = html.trim();
        let comment = html.starts_with("<!--") && html.ends_with("-->") && html.matches("-->").count() == 1;
        if !comment && !html.is_empty() {
            self.wrong(line, "HTML is not taken: write it as Markdown");
        }
    }
    fn put(&mut self, open: &str, close: &'static str) {
        self.html(open);
        self.open.push(close);
    }
    fn html(&mut self, html: &str) {
        if self.heading.is_none() {
            self.out.html.push_str(html);
            self.out.lower.push_str(html);
        }
    }
    fn wrong(&mut self, line: usize, what: &str) {
        self.out.faults.push((line, what.to_owned()));
    }
    fn finish(mut self) -> Read {
        if self.out.title.is_empty() {
            self.wrong(1, "the page has no title: begin it with a line like “# Money”");
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(markdown: &str) -> Read {
        read("money", markdown, &Settings::read("duty_phone = 0115 496 0000\nempty_phone =\n").0)
    }
    #[test]
    fn a_page_is_written_in_the_markup_of_the_design_system() {
        let page = page("# Money\n\nAsk *us* now.\n\n## Cash\n\n- one\n- **two**\n");
        assert_eq!((page.title.as_str(), page.lead.as_str()), ("Money", "Ask us now."));
        assert!(page.html.starts_with("<p class=\"govuk-body\">Ask <em>us</em> now.</p>"), "{}", page.html);
        assert!(page.html.contains("<h2 class=\"govuk-heading-m\" id=\"money-1\">Cash</h2>"));
        assert!(page.html.contains(
            "<ul class=\"govuk-list govuk-list--bullet\">\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>"
        ));
        assert!(page.lower.contains("<h3 class=\"govuk-heading-s\" id=\"money-1\">Cash</h3>"));
        assert_eq!(page.text, "Ask us now.\none\ntwo\n");
        assert_eq!(page.sections[1].text, "one\ntwo\n");
        assert!(page.faults.is_empty());
    }
    #[test]
    fn html_is_refused_and_a_comment_is_dropped() {
        for bad in ["<script>alert(1)</script>", "a <b>c</b>", "<img src=x onerror=y>", "<!-- a --><script>b</script>"]
        {
            let page = page(&format!("# T\n\n{bad}\n"));
            assert!(
                page.faults.iter().any(|f| f.0 == 3 && f.1.contains("HTML is not taken")),
                "{bad}: {:?}",
                page.faults
            );
            assert!(
                !page.html.contains("<script") && !page.html.contains("<img") && !page.html.contains("<b>"),
                "{}",
                page.html
            );
        }
        let page = page("# T\n\n<!-- Children Act 1989 s23C -->\n\nWords.\n");
        assert!(page.faults.is_empty() && !page.html.contains("1989"), "{page:?}");
    }
    #[test]
    fn a_link_leads_to_a_page_or_a_safe_address_and_nowhere_else() {
        let page = page("# T\n\n[a](00-home.md) [b](https://a.uk/?x=1&y=2) [c](tel:999)\n");
        assert!(
            page.html.contains("href=\"/offer/home\"") && page.html.contains("x=1&amp;y=2\" rel="),
            "{}",
            page.html
        );
        assert_eq!(page.links, [(3, "/offer/home".to_owned())]);
        for bad in ["javascript:alert(1)", "http://a.uk", "/children/1", "data:text/html,x", "//evil.example"] {
            assert_eq!(self::page(&format!("# T\n\n[a]({bad})\n")).faults.len(), 1, "{bad}");
        }
    }
    #[test]
    fn words_of_the_council_are_escaped_and_what_is_not_filled_in_says_so() {
        let page = page("# T\n\nRing {duty_phone} or {empty_phone}. 1 < 2 & {nothing}\n");
        assert!(
            page.html.contains("<a class=\"govuk-link\" href=\"tel:01154960000\">0115 496 0000</a>"),
            "{}",
            page.html
        );
        assert!(page.html.contains("[not filled in yet: empty phone]"), "{}", page.html);
        assert!(page.html.contains("1 &lt; 2 &amp;"));
        assert!(page.faults[0].1.contains("{nothing}"), "{:?}", page.faults);
    }
    #[test]
    fn a_page_without_a_title_or_with_two_is_told_where() {
        assert_eq!(page("Words.\n").faults[0].0, 1);
        assert_eq!(page("# A\n\nb\n\n# C\n").faults[0].0, 5);
    }
}
