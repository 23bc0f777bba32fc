//! The three families of components as a template calls them: `govuk.date_input(…)` and
//! `moj.sub_navigation(…)` come from their packages, `loxley.timeline(…)` from our own `parts/`.
//!
//! `{% call govuk.inset_text() %}…{% endcall %}` gives what stands between as the parameter `html`.
use super::nunjucks;
use minijinja::{
    Error, ErrorKind, State, Value,
    value::{Kwargs, Object, ValueKind, from_args},
};
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug)]
pub(super) enum Family {
    Govuk,
    Moj,
    Loxley,
}

impl Object for Family {
    fn call_method(
        self: &Arc<Self>,
        state: &mut State<'_, '_>,
        name: &str,
        arguments: &[Value],
    ) -> Result<Value, Error> {
        let (given,) = from_args::<(Kwargs,)>(arguments)?;
        self.show(state, name, given)
    }
    /// `govuk("input", …)`, where only the data says which component.
    fn call(self: &Arc<Self>, state: &mut State<'_, '_>, arguments: &[Value]) -> Result<Value, Error> {
        let (name, given) = from_args::<(&str, Kwargs)>(arguments)?;
        self.show(state, name, given)
    }
}

impl Family {
    fn show(&self, state: &mut State, name: &str, given: Kwargs) -> Result<Value, Error> {
        let mut params = BTreeMap::new();
        for key in given.args() {
            let value: Value = given.peek(key)?;
            match key {
                "caller" => params.insert("html".to_owned(), value.call(state, &[])?),
                _ => params.insert(key.to_owned(), defined(value, || format!("{key} of {name}"))?),
            };
        }
        match self {
            Family::Govuk => nunjucks::component("govuk", &name.replace('_', "-"), Value::from(params)),
            Family::Moj => nunjucks::component("moj", &name.replace('_', "-"), Value::from(params)),
            Family::Loxley => {
                let part = state.env().get_template(&format!("page/parts/{name}.html"))?;
                part.render(Value::from(params)).map(Value::from_safe_string)
            }
        }
    }
}

/// The vendored templates take a missing value for an empty one, so a mistyped name in a page of ours
/// would vanish without a word: it is refused here, at any depth.
fn defined(value: Value, what: impl Fn() -> String + Copy) -> Result<Value, Error> {
    match value.kind() {
        ValueKind::Undefined => {
            return Err(Error::new(
                ErrorKind::UndefinedError,
                format!("{} was given a value that is not defined", what()),
            ));
        }
        ValueKind::Map => {
            for key in value.try_iter()? {
                defined(value.get_item(&key)?, what)?;
            }
        }
        ValueKind::Seq => {
            for item in value.try_iter()? {
                defined(item, what)?;
            }
        }
        _ => {}
    }
    Ok(value)
}
