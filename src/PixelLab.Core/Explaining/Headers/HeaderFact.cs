using PixelLab.Core.Events;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the lab knows about one header.</summary>
/// <param name="Name">Its name, in any spelling.</param>
/// <param name="Source">Who adds it.</param>
/// <param name="Meaning">What a value gives away, as sentences; the request is there for what only makes sense together.</param>
/// <param name="Control">What would stop or blur it.</param>
internal sealed record HeaderFact(
    string Name, FieldSource Source, Func<string, CapturedRequest, string> Meaning, string Control)
{
    /// <summary>A fact whose meaning does not depend on the value.</summary>
    public static HeaderFact Fixed(string name, FieldSource source, string meaning, string control) =>
        new(name, source, (_, _) => meaning, control);
}
