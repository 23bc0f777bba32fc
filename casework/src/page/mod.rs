mod nunjucks;
pub mod assets;
