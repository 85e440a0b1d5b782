using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Live;

namespace PixelLab.Web.Api;

/// <summary>What the examples in the description are about: one hit of a learner, who is in a room.</summary>
public static class Example
{
    /// <summary>The learner's seat.</summary>
    public const string Seat = "k7m2qdwxyz";

    /// <summary>The code of the room.</summary>
    public const string Room = "ACDEFG";

    /// <summary>Where the lab lies.</summary>
    public static TownAddress Address { get; } = new(new AddressingOptions(), "http", "localhost", 5080);

    /// <summary>When the hit came.</summary>
    public static DateTimeOffset At { get; } = new(2026, 11, 23, 14, 3, 7, TimeSpan.Zero);

    /// <summary>A page of the shop tells web analytics that it was opened.</summary>
    public static Hit Hit { get; } = new()
    {
        Id = 12,
        At = At,
        Seat = SeatId.TryParse(Seat, out var seat) ? seat : default,
        Vendor = "metrics",
        Site = "shop",
        Request = new CapturedRequest
        {
            Head = string.Join(
                "\r\n",
                $"GET /~{Seat}/px/PL-SHOP-1.gif?en=page_view&dt=Shoes&z=q4.1 HTTP/1.1",
                "Host: metrics.localhost:5080",
                "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Accept-Language: en-GB",
                "Referer: http://shop.localhost:5080/"),
            Scheme = "http",
            Path = "/px/PL-SHOP-1.gif",
            Address = "198.51.100.23",
            HeadBytes = 231,
        },
        SetCookies = [],
    };

    /// <summary>The cursor after it.</summary>
    public static Cursor Cursor => new(Hit.Id, "kvbtrznwpd");

    /// <summary>The hit as it is sent, whole.</summary>
    public static HitView View => EventViews.Whole(Hit, Address, Language.English);
}
