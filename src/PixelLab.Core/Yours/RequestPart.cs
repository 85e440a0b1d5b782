namespace PixelLab.Core.Yours;

/// <summary>A named part of what a request's address or body says.</summary>
/// <param name="Name">Its name: a parameter's, or the way to it within another, as <c>data.events[0].name</c> or <c>dl?utm_source</c>.</param>
/// <param name="Way">The same without places in lists, <c>data.events[].name</c>, by which vendors' files name it.</param>
/// <param name="Value">Its value, decoded.</param>
internal readonly record struct RequestPart(string Name, string Way, string Value)
{
    /// <summary>A part that is no other's.</summary>
    public RequestPart(string name, string value)
        : this(name, name, value)
    {
    }

    /// <summary>A part within this one.</summary>
    public RequestPart Within(string name, string way, string value) => new(Name + name, Way + way, value);
}
