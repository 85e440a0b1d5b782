using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Running;

namespace PixelLab.Web.Tests.Running;

/// <summary>Pages that are asked for before anybody comes.</summary>
public sealed class WarmUpTests
{
    [Theory]
    [InlineData("Subdomain")]
    [InlineData("Path")]
    [InlineData("Port")]
    public async Task The_first_pages_are_shown_to_nobody_and_leave_nothing_behind(string mode)
    {
        await using var lab = await LabServer.StartAsync(("Addressing:Mode", mode));
        var log = lab.Services.GetRequiredService<IEventReader>();

        Assert.All(await lab.Services.GetRequiredService<WarmUp>().AskAsync(), status => Assert.Equal(StatusCodes.Status200OK, status));

        Assert.Equal(0, log.LastId);
    }
}
