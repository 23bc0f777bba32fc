mod carried;
mod password;
mod second_factor;
pub mod shown;
mod throttle;
