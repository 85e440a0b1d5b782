namespace PixelLab.Core.Yours;

/// <summary>How much of a request is taken apart. All of it is hostile text; what is beyond stays whole, and is shown cut.</summary>
internal static class PartLimits
{
    /// <summary>The most parts of one request; those that people meet have up to about 300.</summary>
    public const int Parts = 1_000;

    /// <summary>How deep values are unfolded that lie in values: an address in JSON in base64 in an address is met.</summary>
    public const int Depth = 4;

    /// <summary>How deep JSON may be nested.</summary>
    public const int JsonDepth = 32;

    /// <summary>The most characters of a body that are taken apart; a recording of a session has more, and says nothing in words.</summary>
    public const int Body = 1_000_000;

    /// <summary>The most characters of a value that are taken apart.</summary>
    public const int Value = 100_000;

    /// <summary>The most characters of the name of a part, the way to it included.</summary>
    public const int Name = 400;

    /// <summary>The most characters of a value whose shape is looked at closely.</summary>
    public const int Shape = 4_096;

    /// <summary>The most characters of a value that are searched for an email address in it.</summary>
    public const int EmailWithin = 1_000;

    /// <summary>The most characters of a path that vendors are recognised by.</summary>
    public const int Path = 2_048;

    /// <summary>The most names of events that one request is said to report.</summary>
    public const int Events = 5;
}
