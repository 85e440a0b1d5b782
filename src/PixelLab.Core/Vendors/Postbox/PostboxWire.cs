using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Postbox;

/// <summary>
/// An email service. Its pixel needs no parameters: the unguessable number in the path stands for one message to one
/// recipient, and the mail program gives away the rest.
/// </summary>
public sealed class PostboxWire : IVendorWire
{
    /// <summary>The vendor's name.</summary>
    public const string VendorName = "postbox";

    private const string OpenPrefix = "/o/";
    private const string ClickPrefix = "/c/";
    private const string UnsubscribePrefix = "/u/";
    private const string ImageEnding = ".gif";
    private const int MaxIdLength = 64;

    /// <inheritdoc />
    public string Name => VendorName;

    /// <inheritdoc />
    public string Title => "Postbox";

    /// <inheritdoc />
    public int Place => 8;

    /// <inheritdoc />
    /// <remarks>A letter.</remarks>
    public VendorMark Mark { get; } = new("#2a5db0", "#95bdff", "M2 4h12v8H2zL8 9l6-5");

    /// <inheritdoc />
    public IReadOnlyList<string> BlockRules { get; } = [];

    /// <inheritdoc />
    public VendorDisclosure Disclosure { get; } = new(PostboxText.Words, Purposes.Analytics, ["message", "time", "program"], [], InMail: true);

    /// <inheritdoc />
    public WordFile Words => PostboxText.Words;

    /// <summary>The path of a message's pixel. It ends like a picture, since mail programs look at that.</summary>
    public static string OpenPath(string mail) => OpenPrefix + mail + ImageEnding;

    /// <summary>The path that a message's link leads over.</summary>
    public static string ClickPath(string mail, int link) => $"{ClickPrefix}{mail}/{link}";

    /// <summary>The path that takes a recipient off the list (RFC 8058 one-click).</summary>
    public static string UnsubscribePath(string mail) => UnsubscribePrefix + mail;

    /// <summary>The message that a request is about, or null.</summary>
    public static string? MailOf(CapturedRequest request)
    {
        var path = request.Path;
        if (path.Length < 4 || EventOfPath(path) == VendorEvents.Unknown)
        {
            return null;
        }

        var rest = path.AsSpan(3);
        var end = rest.IndexOfAny('.', '/');
        var mail = end < 0 ? rest : rest[..end];
        return mail.Length is > 0 and <= MaxIdLength ? mail.ToString() : null;
    }

    /// <inheritdoc />
    public string EventOf(CapturedRequest request) => EventOfPath(request.Path);

    /// <inheritdoc />
    public VendorReply ReplyOf(Hit hit) => EventOfPath(hit.Request.Path) switch
    {
        VendorEvents.EmailClick => VendorReply.Redirect,
        VendorEvents.EmailUnsubscribe => VendorReply.Page,
        _ => VendorReply.Image,
    };

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) =>
        EventOfPath(request.Path) == VendorEvents.EmailOpen ? MailOf(request) : null;

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public string? PathMeaning(CapturedRequest request, Language language) =>
        MailOf(request) is { } mail ? language[PostboxText.Words]["Path", mail] : null;

    /// <inheritdoc />
    public (Telling Telling, string Value)? PathTells(CapturedRequest request) =>
        MailOf(request) is { } mail ? (Telling.Letter, mail) : null;

    private static string EventOfPath(string path) => path switch
    {
        _ when path.StartsWith(OpenPrefix, StringComparison.Ordinal) => VendorEvents.EmailOpen,
        _ when path.StartsWith(ClickPrefix, StringComparison.Ordinal) => VendorEvents.EmailClick,
        _ when path.StartsWith(UnsubscribePrefix, StringComparison.Ordinal) => VendorEvents.EmailUnsubscribe,
        _ => VendorEvents.Unknown,
    };
}
