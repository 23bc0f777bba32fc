/// What a page is given, by name: `given! { form, rows => found }`. Everything is serialised.
macro_rules! given {
    (@ $name:ident) => { $name };
    (@ $name:ident $value:expr) => { $value };
    ($($name:ident $(=> $value:expr)?),* $(,)?) => {
        minijinja::context! {
            $($name => minijinja::value::Serde($crate::page::given!(@ $name $($value)?))),*
        }
    };
}
pub(crate) use given;
