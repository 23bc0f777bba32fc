//! kernel
pub mod bind;
mod carried;
pub mod password;
pub mod second_factor;
pub use practice::Timestamp;
pub type Error = Box<dyn std::error::Error + Send + Sync>;
