//! The arguments of `rules` and `ask-worth`.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RulesAction {
    Show,
    Set {
        #[arg(value_name = "RULE")]
        rule: String,
        #[arg(value_name = "VALUE", allow_hyphen_values = true)]
        value: String,
    },
    On {
        #[arg(value_name = "RULE")]
        rule: String,
    },
    Off {
        #[arg(value_name = "RULE")]
        rule: String,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(in crate::cli) enum AskWorthAction {
    Show,
    On,
    Off,
}
