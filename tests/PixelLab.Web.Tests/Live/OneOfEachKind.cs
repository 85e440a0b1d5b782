using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Live;

/// <summary>An event of each kind, with the seat and the address wherever a browser could have sent them.</summary>
internal static class OneOfEachKind
{
    public const string Seat = "k7m2qdwxyz";
    public const string Address = "198.51.100.23";

    private static readonly DateTimeOffset At = new(2026, 11, 23, 14, 3, 7, TimeSpan.Zero);
    private static readonly SeatId Of = SeatId.TryParse(Seat, out var seat) ? seat : throw new InvalidOperationException();

    public static IReadOnlyList<LabEvent> All { get; } =
    [
        new Hit
        {
            At = At,
            Vendor = "metrics",
            Site = Seat,
            Request = Request($"/~{Seat}/px/PL-SHOP-1.gif?en=page_view&dt={Seat}&z={Seat}.1&dl=http%3A%2F%2Fshop.localhost%3A5080%2F~{Seat}%2Fshoes%3Fa={Seat}"),
            SetCookies = [$"a={Seat}"],
        },
        new Visit { At = At, Site = "shop", Page = $"/shoes?a={Seat}", Title = $"Shoes {Seat}", PageView = "v", Request = Request($"/~{Seat}/shoes?a={Seat}") },
        new PixelPlanted
        {
            At = At,
            Plant = "v.1",
            PageView = "v",
            Site = "shop",
            Page = $"/shoes?a={Seat}",
            Vendor = "metrics",
            Event = "page_view",
            Trigger = PixelTrigger.Image,
            Url = $"http://metrics.localhost:5080/~{Seat}/px/PL-SHOP-1.gif",
        },
        new PixelMissing
        {
            At = At,
            Plant = "v.1",
            Site = "shop",
            Page = $"/shoes?a={Seat}",
            Vendor = "metrics",
            Event = "page_view",
            Reason = MissingReason.BlockedByRule,
            Witness = MissingWitness.Lab,
            Detail = $"/~{Seat}/px",
        },
        new RequestRefused { At = At, Vendor = "metrics", Address = Address, Reason = "too_many_hits", Limit = 3 },
        new SettingChanged { At = At, Name = "blocker.rules", Value = $"/~{Seat}/px" },
        new ConsentChoice { At = At, Site = "shop", Regime = "opt_in", Granted = ["analytics"], Denied = ["advertising"], How = "choose" },
        new AccountUsed { At = At, Site = "shop", Person = "maya", Action = "log_in" },
        new AdServed { At = At, Ad = "ad1", Campaign = "shoes", Product = "3", Site = "news", Slot = "top", PageView = "v", Reason = "retargeting", Because = [1] },
        new MailSent { At = At, Mail = "m1", Campaign = "sale", Subject = "A sale", Person = "maya" },
        new MailHandled { At = At, Mail = "m1", What = "opened", Client = "plain" },
        new ExperimentStarted { At = At, Experiment = "new_window" },
        new CookiesCleared { At = At },
        new PageWritten { At = At, Html = "<p>Hello</p>" },
        new ThingsKept { At = At, Locked = "AAAA" },
        new CaseAnswered { At = At, Step = "friend", Answer = "Fennick knows." },
    ];

    /// <summary>The event of a type, in its seat.</summary>
    public static LabEvent OfType(Type type) =>
        All.FirstOrDefault(one => one.GetType() == type) is { } found
            ? found with { Id = 7, Seat = Of }
            : throw new InvalidOperationException($"{type.Name} is a new kind of event: add one to OneOfEachKind, and it is tested everywhere.");

    /// <summary>What is told to followers when a seat is erased.</summary>
    public static LabEvent Erased => new SeatErased { At = At, Id = 7, Seat = Of };

    private static CapturedRequest Request(string target) => new()
    {
        Head = string.Join(
            "\r\n",
            $"GET {target} HTTP/1.1",
            "Host: metrics.localhost:5080",
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
            $"Referer: http://shop.localhost:5080/~{Seat.ToUpperInvariant()}/",
            $"Cookie: a={Seat}; b={Address}",
            $"X-Forwarded-For: {Address}",
            $"X-{Seat}: 1"),
        Scheme = "http",
        Path = "/px/PL-SHOP-1.gif",
        Address = Address,
        HeadBytes = 300,
        Body = $"seat={Seat}&from={Address}",
        BodyBytes = 40,
        Notes = ["not_utf8"],
    };
}
