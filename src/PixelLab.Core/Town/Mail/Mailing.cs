namespace PixelLab.Core.Town.Mail;

/// <summary>A link in a message: where on which site it leads.</summary>
/// <param name="Text">The words of the link.</param>
/// <param name="Site">The site.</param>
/// <param name="Path">The path on it.</param>
public sealed record MailLink(string Text, string Site, string Path);

/// <summary>What a sender sends to many: the text is the same but for the name.</summary>
public sealed record Mailing
{
    /// <summary>The mailing's name in events: <c>newsletter</c>, <c>sale</c>, <c>followup</c>, <c>welcome-news</c>, <c>welcome-shop</c>.</summary>
    public required string Campaign { get; init; }

    /// <summary>The site it is sent for, and whose list one leaves by it.</summary>
    public required string Site { get; init; }

    /// <summary>
    /// Whether it answers something its recipient did, such as an order, and is no advertising. Leaving a list stops
    /// advertising only: the right to object is one against direct marketing (GDPR, Article 21(2)).
    /// </summary>
    public bool IsTransactional { get; init; }

    /// <summary>Who it comes from.</summary>
    public required string Sender { get; init; }

    /// <summary>The sender's address, under a domain reserved for examples (RFC 2606).</summary>
    public required string SenderAddress { get; init; }

    /// <summary>The subject; <c>{0}</c> is the recipient's first name.</summary>
    public required string Subject { get; init; }

    /// <summary>The headline in the message.</summary>
    public required string Headline { get; init; }

    /// <summary>The paragraphs; <c>{0}</c> is the recipient's first name.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The products shown, by number.</summary>
    public IReadOnlyList<int> Products { get; init; } = [];

    /// <summary>The links under the text. Their place in this list is their number.</summary>
    public required IReadOnlyList<MailLink> Links { get; init; }

    /// <summary>The message's main colour as <c>#rrggbb</c>.</summary>
    public required string Colour { get; init; }
}
