using System.Net;
using Microsoft.AspNetCore.Builder;
using PixelLab.Web.Features.Classroom;

namespace PixelLab.Web.Tests.Classroom;

public sealed class LanModeTests
{
    [Fact]
    public void The_terminal_says_where_to_join_and_what_differs()
    {
        var words = LanMode.Words([IPAddress.Parse("192.168.1.20"), IPAddress.Parse("10.0.0.5")], 5080);

        Assert.Contains("http://192.168.1.20:5080/join", words, StringComparison.Ordinal);
        Assert.Contains("http://10.0.0.5:5080/join", words, StringComparison.Ordinal);
        Assert.Contains("http://192.168.1.20:5080/classroom", words, StringComparison.Ordinal);
        Assert.Contains("one cookie jar", words, StringComparison.Ordinal);
        Assert.Contains('█', words);
    }

    [Fact]
    public void A_machine_in_no_network_says_so() =>
        Assert.Contains("in no network", LanMode.Words([], 5080), StringComparison.Ordinal);

    [Fact]
    public void Every_address_is_bound_on_ports_of_its_own_unless_told_otherwise()
    {
        var builder = WebApplication.CreateSlimBuilder();
        LanMode.Apply(builder);
        Assert.Equal("http://0.0.0.0:5080", builder.Configuration["urls"]);
        Assert.Equal("Port", builder.Configuration["PixelLab:Addressing:Mode"]);

        var told = WebApplication.CreateSlimBuilder(["--urls", "http://192.168.1.20:9000"]);
        LanMode.Apply(told);
        Assert.Equal("http://192.168.1.20:9000", told.Configuration["urls"]);
    }

    [Fact]
    public void The_flag_swallows_no_other_argument() =>
        Assert.Equal(["--urls", "http://x:1"], LanMode.WithoutFlag(["--lan", "--urls", "http://x:1"]));
}
