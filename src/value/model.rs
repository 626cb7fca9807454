//! The models to choose from, as one type.

use serde::Serialize;

use super::bg_bb::BgBb;
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
    /// [`super::bg_bb`]
    BgBb,
}

impl ModelId {
    /// Those for purchases at any time, the best known first.
    pub const ALL: [ModelId; 3] = [ModelId::BgNbd, ModelId::MbgNbd, ModelId::ParetoNbd];

    /// The models that suit the file: one for purchases once a `period`, several for purchases at any time. Only those of
    /// one kind can be compared: one speaks of probabilities, the other of densities.
    pub fn candidates(period: Option<f64>) -> &'static [ModelId] {
        if period.is_some() { &[ModelId::BgBb] } else { &ModelId::ALL }
    }

    /// Fits this model. `period` is the length of a period in weeks, which only BG/BB asks for.
    pub fn fit(
        self,
        history: &History,
        period: Option<f64>,
        search: Search<4>,
    ) -> Option<(Model, Fitted<4>)> {
        let (start, fit) = match self {
            ModelId::BgNbd => (Model::BgNbd(BgNbd::with([1.0; 4])), BgNbd::search(history, search)?),
            ModelId::MbgNbd => (Model::MbgNbd(MbgNbd::with([1.0; 4])), MbgNbd::search(history, search)?),
            ModelId::ParetoNbd => {
                (Model::ParetoNbd(ParetoNbd::with([1.0; 4])), ParetoNbd::search(history, search)?)
            }
            ModelId::BgBb => {
                let period = period?;
                (Model::BgBb(BgBb::with([1.0; 4], period)), BgBb::search(history, period, search)?)
            }
        };
        Some((start.at(fit.parameters), fit))
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
    /// [`super::bg_bb`]
    BgBb(BgBb),
}

/// The same call on whichever model it is.
macro_rules! each {
    ($self:ident, $model:ident => $call:expr) => {
        match $self {
            Model::BgNbd($model) => $call,
            Model::MbgNbd($model) => $call,
            Model::ParetoNbd($model) => $call,
            Model::BgBb($model) => $call,
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
            Model::BgBb(_) => ModelId::BgBb,
        }
    }
}

impl Buying for Model {
    fn parameters(&self) -> [f64; 4] {
        each!(self, model => model.parameters())
    }

    fn at(&self, parameters: [f64; 4]) -> Self {
        match self {
            Model::BgNbd(model) => Model::BgNbd(model.at(parameters)),
            Model::MbgNbd(model) => Model::MbgNbd(model.at(parameters)),
            Model::ParetoNbd(model) => Model::ParetoNbd(model.at(parameters)),
            Model::BgBb(model) => Model::BgBb(model.at(parameters)),
        }
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
