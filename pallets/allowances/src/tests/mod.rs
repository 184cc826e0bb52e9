mod charge;
mod extension;
mod rates;
mod waiting;
