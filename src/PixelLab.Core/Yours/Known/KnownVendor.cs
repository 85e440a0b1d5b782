namespace PixelLab.Core.Yours.Known;

/// <summary>
/// What the lab knows of a real product that gets requests like a pixel's: one file in <c>Vendors</c>. Facts are taken from the vendor's public
/// documentation or its own published code, sentences are the lab's own.
/// </summary>
/// <remarks>The generated reader of JSON gives null to each init-only member that a file leaves out, so that the lists put it right.</remarks>
public sealed record KnownVendor
{
    /// <summary>The product's usual name.</summary>
    public required string Name { get; init; }

    /// <summary>The company that it belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>What it does: one of <see cref="VendorCategories"/>.</summary>
    public required string Category { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>The address of the vendor's public documentation, or of its own published code.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the file was written after it.</summary>
    public required DateOnly Read { get; init; }

    /// <summary>Whether the facts are from general knowledge and others' code: what the vendor publishes was not opened, or does not tell them all.</summary>
    public bool Believed { get; init; }

    /// <summary>How a request to it is recognised: by any of these.</summary>
    public required IReadOnlyList<RequestSign> Recognise { get; init; }

    /// <summary>Which part of a request says what it reports; null where the address alone does.</summary>
    public EventSign? Event { get; init; }

    /// <summary>What its parameters mean; the first whose name fits counts.</summary>
    public IReadOnlyList<KnownParameter> Parameters { get; init => field = value ?? []; } = [];

    /// <summary>What the cookies mean that browsers send to it.</summary>
    public IReadOnlyList<KnownParameter> Cookies { get; init => field = value ?? []; } = [];

    /// <summary>Requests to it, written after its documentation and after public code, with invented values; tests hold the file to them.</summary>
    public required IReadOnlyList<KnownExample> Examples { get; init; }
}

/// <summary>How a request to a vendor is recognised: all that is told has to fit.</summary>
public sealed record RequestSign
{
    /// <summary>Its hosts, each with all hosts below it; none where customers run it on hosts of their own.</summary>
    public IReadOnlyList<string> Hosts { get; init => field = value ?? []; } = [];

    /// <summary>Its paths (<see cref="PathPattern"/>), any of them; none where every path will do.</summary>
    public IReadOnlyList<string> Paths { get; init => field = value ?? []; } = [];

    /// <summary>Parameters that it has, each as <c>name</c> or <c>name=value</c>, with <c>*</c> for any characters.</summary>
    public IReadOnlyList<string> With { get; init => field = value ?? []; } = [];

    /// <summary>The field's name for what such a request reports, where it is always the same.</summary>
    public string? Event { get; init; }
}

/// <summary>Which part of a request says what it reports.</summary>
public sealed record EventSign
{
    /// <summary>The names of the parameters that may say it; the first that is there counts.</summary>
    public IReadOnlyList<string> From { get; init => field = value ?? []; } = [];

    /// <summary>The vendor's names of events, and the field's names for the same.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init => field = value ?? field; } = new Dictionary<string, string>();

    /// <summary>The field's name for what a request reports that does not say it.</summary>
    public string? Otherwise { get; init; }
}

/// <summary>What a parameter or a cookie means.</summary>
/// <param name="Name">
/// Its name, with <c>*</c> for any characters. A part of JSON is named by its way, <c>context.page.url</c>, and what stands in a list
/// by <c>[]</c>: <c>batch[].event</c>.
/// </param>
/// <param name="Is">What it is, by a name of <see cref="Thing"/>.</param>
public sealed record KnownParameter(string Name, string Is)
{
    /// <summary>What it tells, as a phrase that a value can follow after a colon; null where the words for what it is say it all.</summary>
    public string? Says { get; init; }

    /// <summary>The name of the words on what would stop or blur it, where they are others than those for what it is.</summary>
    public string? Control { get; init; }

    /// <summary>Whether it is only believed.</summary>
    public bool Believed { get; init; }
}

/// <summary>A request to a vendor, and what has to be found in it.</summary>
public sealed record KnownExample
{
    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>The body; where there is one, the request is a POST.</summary>
    public string? Body { get; init; }

    /// <summary>The event that it reports.</summary>
    public string? Event { get; init; }

    /// <summary>Some of its fields by name, with their values.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
}
