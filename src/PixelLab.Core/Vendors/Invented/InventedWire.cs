using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Invented;

/// <summary>
/// A company of which nothing is known but its name. All of them speak one wire format, and what each is told, and by what means, is another
/// matter in every case: so a name says nothing, and only its requests do.
/// </summary>
/// <param name="name">Its host’s first label.</param>
/// <param name="title">What people call it.</param>
/// <param name="place">Its place in the town.</param>
/// <param name="mark">How it is drawn.</param>
public sealed class InventedWire(string name, string title, int place, VendorMark mark) : IVendorWire
{
    /// <summary>The parameter that links of letters carry: a code made of an email address.</summary>
    public const string LinkMark = "ecode";

    /// <summary>The path of its pixel for pages.</summary>
    public const string PagePath = "/w.gif";

    /// <summary>The path of its pixel for letters.</summary>
    public const string LetterPath = "/o.gif";

    /// <summary>The path of its frame, where it is the till of a shop.</summary>
    public const string TillPath = "/till";

    private static readonly VendorParameter[] Known =
    [
        new("en", ParameterOrigin.Page, ValueKind.Event),
        new("em", ParameterOrigin.Page, ValueKind.Code) { Tells = Telling.Person },
        new("it", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Item },
        new("val", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Worth },
        new("dl", ParameterOrigin.Page, ValueKind.PageAddress) { Tells = Telling.Page },
        new("tx", ParameterOrigin.Script, ValueKind.Text) { Tells = Telling.Clicked },
        new("sr", ParameterOrigin.Script, ValueKind.Size) { Tells = Telling.Screen },
        new("c", ParameterOrigin.Bookkeeping, ValueKind.YesNo),
        new("z", ParameterOrigin.Bookkeeping, ValueKind.Plant),
    ];

    /// <summary>All of them. A company more is a line here, and its cookies’ words in <c>InventedText.resx</c>.</summary>
    public static IReadOnlyList<InventedWire> All { get; } =
    [
        new("wrenlight", "Wrenlight", 12, new("#8a4b08", "#f0b36a", "M3 13L8 3L13 13Z")),
        new("oddmoor", "Oddmoor", 13, new("#1f6b3a", "#83d6a0", "M8 2L14 8L8 14L2 8Z")),
        new("fennick", "Fennick", 14, new("#a3246b", "#f59bcb", "M3 3H13V7H7V13H3Z")),
        new("tarnwick", "Tarnwick", 15, new("#4a5568", "#b9c4d6", "M2 5H14M2 8H14M2 11H14")),
    ];

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public string Title => title;

    /// <inheritdoc />
    public int Place => place;

    /// <inheritdoc />
    public VendorMark Mark => mark;

    /// <summary>None: no list knows these companies yet. Whoever wants one stopped writes the rule.</summary>
    public IReadOnlyList<string> BlockRules => [];

    /// <summary>The path of its pixel under the name of the site that carries it, where no rule about the company’s own host finds it.</summary>
    public string DisguisedPath => $"/s/{name}.gif";

    /// <summary>The cookie that it sets on its own host.</summary>
    public string IdCookie => name + "_id";

    /// <summary>The cookie that it sets under the name of the site.</summary>
    public string OwnCookie => name + "_own";

    /// <inheritdoc />
    public VendorDisclosure Disclosure => new(InventedText.Words, Purposes.Analytics, ["shop"], [new(IdCookie, "id", 400), new(OwnCookie, "own", 400)]);

    /// <inheritdoc />
    public WordFile Words => InventedText.Words;

    /// <inheritdoc />
    public string EventOf(CapturedRequest request) => request.Path == LetterPath ? VendorEvents.EmailOpen : request.Parameter("en") switch
    {
        VendorEvents.PageView => VendorEvents.PageView,
        VendorEvents.ViewItem => VendorEvents.ViewItem,
        VendorEvents.BeginCheckout => VendorEvents.BeginCheckout,
        VendorEvents.Purchase => VendorEvents.Purchase,
        VendorEvents.Click => VendorEvents.Click,
        _ => VendorEvents.Unknown,
    };

    /// <inheritdoc />
    public VendorReply ReplyOf(Hit hit) => hit.Request.Path == TillPath ? VendorReply.Page : VendorReply.Image;

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) => request.Parameter("z");

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => request.Parameter("dl");

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public string? PersonOf(CapturedRequest request) => request.Parameter("em");

    /// <inheritdoc />
    public EventDetail DetailOf(CapturedRequest request) => new()
    {
        Subject = request.Parameter("it"),
        Worth = request.Parameter("val"),
        Target = request.Parameter("tx"),
    };

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters => Known;

    /// <inheritdoc />
    public IReadOnlyList<VendorCookie> Cookies { get; } = [new(name + "_id", OnlyThisSite: false), new(name + "_own", OnlyThisSite: true)];

    /// <inheritdoc />
    public IReadOnlyList<string> LinkMarks { get; } = [LinkMark];
}
