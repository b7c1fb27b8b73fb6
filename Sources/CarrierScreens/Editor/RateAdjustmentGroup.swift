internal import CarrierCore
internal import TerminalKit

/// Group `Rate Adjustment`.
func rateAdjustmentGroup(_ draft: CarrierDraft) -> GroupBox {
    GroupBox("&Rate Adjustment") {
        Form {
            Field(
                "Markup Percent", draft.number("rateAdjustment.markupPercent", \.rateAdjustment.markupPercent)
            )
            Field("Markup Amount", draft.number("rateAdjustment.markupAmount", \.rateAdjustment.markupAmount))
            FieldRow {
                Field("Rounding Option", draft.choice("rateAdjustment.rounding", \.rateAdjustment.rounding))
                Field(
                    "Decimal Places",
                    draft.pick(
                        "rateAdjustment.decimalPlaces", \.rateAdjustment.decimalPlaces,
                        (0...4).map { Choice($0, String($0)) }))
            }
        }
    }
}
