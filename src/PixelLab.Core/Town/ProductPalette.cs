namespace PixelLab.Core.Town;

/// <summary>The colours that the invented shop dyes in.</summary>
internal static class ProductPalette
{
    /// <summary>Every colour.</summary>
    public static readonly IReadOnlyList<ProductColour> All =
    [
        new("Fir", "#2f6455", "#f0b34a"),
        new("Clay", "#c05a36", "#2b4a57"),
        new("Slate", "#4b5f78", "#f28d4f"),
        new("Ochre", "#d29a2e", "#374a63"),
        new("Plum", "#76456a", "#f2b6a0"),
        new("Lake", "#2f7d9b", "#f4d35e"),
        new("Charcoal", "#45494f", "#e2603f"),
        new("Moss", "#75863f", "#f3e3b3"),
        new("Berry", "#b23a55", "#f6c667"),
        new("Ice", "#8fb8c4", "#c2452d"),
    ];
}
