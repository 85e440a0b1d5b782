using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Yours.Known;

/// <summary>What a value looks like, whoever sent it.</summary>
/// <param name="Says">That, in a sentence.</param>
/// <param name="Control">The name of the words on what would stop or blur it, where nobody knows what it is for.</param>
/// <param name="Tells">What it tells about somebody; null for nothing by itself.</param>
/// <param name="IsLoud">Whether it is to be said also of a part whose meaning is known: it names somebody.</param>
internal sealed record ValueShape(string Says, string Control = "Unknown", Telling? Tells = null, bool IsLoud = false)
{
    /// <summary>Whether it is more than a count of characters.</summary>
    public bool IsTelling { get; init; } = true;
}
