using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Storage;

/// <summary>An event to keep, where it does not matter which.</summary>
internal static class KeptVisit
{
    /// <summary>The seat of these events.</summary>
    public static readonly SeatId Seat = SeatId.New();

    /// <summary>A visit at some time, with a title to be recognised by.</summary>
    public static Visit Of(string title, DateTimeOffset at) => new()
    {
        At = at,
        Seat = Seat,
        Site = "shop",
        Page = "/",
        Title = title,
        PageView = "view",
        Request = new CapturedRequest
        {
            Head = "GET / HTTP/1.1",
            Scheme = "http",
            Path = "/",
            Address = "127.0.0.1",
            HeadBytes = 18,
        },
    };
}
