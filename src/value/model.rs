//! The models to choose from, as one type.

use serde::Serialize;

use super::bg_nbd::BgNbd;
use super::buying::Buying;
use super::fit::{Fitted, Search};
use super::history::{History, Record};
use super::mbg_nbd::MbgNbd;
use super::pareto_nbd::ParetoNbd;

/// Which model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ModelId {
    /// [`super::bg_nbd`]
    BgNbd,
    /// [`super::mbg_nbd`]
    MbgNbd,
    /// [`super::pareto_nbd`]
    ParetoNbd,
}

impl ModelId {
    /// All of them, the best known first.
    pub const ALL: [ModelId; 3] = [ModelId::BgNbd, ModelId::MbgNbd, ModelId::ParetoNbd];

    /// Fits this model.
    pub fn fit(self, history: &History, search: Search<4>) -> Option<Fitted<4>> {
        match self {
            ModelId::BgNbd => BgNbd::search(history, search),
            ModelId::MbgNbd => MbgNbd::search(history, search),
            ModelId::ParetoNbd => ParetoNbd::search(history, search),
        }
    }

    /// This model with the parameters given.
    pub fn with(self, parameters: [f64; 4]) -> Model {
        match self {
            ModelId::BgNbd => Model::BgNbd(BgNbd::with(parameters)),
            ModelId::MbgNbd => Model::MbgNbd(MbgNbd::with(parameters)),
            ModelId::ParetoNbd => Model::ParetoNbd(ParetoNbd::with(parameters)),
        }
    }
}

/// A model with its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Model {
    /// [`super::bg_nbd`]
    BgNbd(BgNbd),
    /// [`super::mbg_nbd`]
    MbgNbd(MbgNbd),
    /// [`super::pareto_nbd`]
    ParetoNbd(ParetoNbd),
}

/// The same call on whichever model it is.
macro_rules! each {
    ($self:ident, $model:ident => $call:expr) => {
        match $self {
            Model::BgNbd($model) => $call,
            Model::MbgNbd($model) => $call,
            Model::ParetoNbd($model) => $call,
        }
    };
}

impl Model {
    /// Which model this is.
    pub fn id(&self) -> ModelId {
        match self {
            Model::BgNbd(_) => ModelId::BgNbd,
            Model::MbgNbd(_) => ModelId::MbgNbd,
            Model::ParetoNbd(_) => ModelId::ParetoNbd,
        }
    }
}

impl Buying for Model {
    fn parameters(&self) -> [f64; 4] {
        each!(self, model => model.parameters())
    }

    fn at(&self, parameters: [f64; 4]) -> Self {
        self.id().with(parameters)
    }

    fn ln_likelihood(&self, customer: Record) -> f64 {
        each!(self, model => model.ln_likelihood(customer))
    }

    fn p_alive(&self, customer: Record) -> f64 {
        each!(self, model => model.p_alive(customer))
    }

    fn p_buy(&self, customer: Record, weeks: f64) -> f64 {
        each!(self, model => model.p_buy(customer, weeks))
    }

    fn expected_if_active(&self, customer: Record, weeks: f64) -> f64 {
        each!(self, model => model.expected_if_active(customer, weeks))
    }

    fn expected_of_new(&self, weeks: f64) -> f64 {
        each!(self, model => model.expected_of_new(weeks))
    }
}
