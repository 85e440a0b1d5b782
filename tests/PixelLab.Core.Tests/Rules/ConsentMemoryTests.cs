using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Rules;

public sealed class ConsentMemoryTests
{
    public static TheoryData<Regime, string> Answers =>
        new(from regime in Enum.GetValues<Regime>()
            from granted in (string[])["", "analytics", "advertising", "analytics advertising"]
            select (regime, granted));

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_is_read_back_as_it_was_given(Regime regime, string granted)
    {
        var purposes = granted.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var read = ConsentMemory.Read(ConsentMemory.Write(regime, purposes), regime);

        Assert.True(read.Answered);
        Assert.Equal(purposes.Order(), read.Granted.Order());
    }

    [Fact]
    public void An_answer_to_one_kind_of_banner_is_none_to_another()
    {
        var noted = ConsentMemory.Write(Regime.Notice, Purposes.All.ToArray());

        Assert.False(ConsentMemory.Read(noted, Regime.OptIn).Answered);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("opt_in")]
    [InlineData("opt_in.")]
    [InlineData("opt_in.everything")]
    [InlineData("opt_in.analytics.everything")]
    [InlineData("opt_in.analytics..advertising")]
    [InlineData("OPT_IN.nothing")]
    [InlineData("opt_in.nothing ")]
    public void What_cannot_be_read_is_no_answer(string? text) =>
        Assert.False(ConsentMemory.Read(text, Regime.OptIn).Answered);

    [Fact]
    public void No_text_makes_reading_fail() => Gen.String.Sample(text =>
    {
        var read = ConsentMemory.Read("opt_in." + text, Regime.OptIn);
        return read.Granted.All(Purposes.All.Contains);
    });

    [Fact]
    public void Each_seat_and_site_has_its_own_cookie()
    {
        Assert.True(SeatId.TryParse("k7m2qd", out var seat));

        string[] names =
        [
            ConsentMemory.CookieName("shop", SeatId.Default),
            ConsentMemory.CookieName("news", SeatId.Default),
            ConsentMemory.CookieName("shop", seat),
        ];

        Assert.Equal(3, names.Distinct().Count());
    }
}
