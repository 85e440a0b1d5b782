using System.Reflection;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Replay;

public sealed class ReplayKindsTests
{
    [Fact]
    public void Every_kind_of_event_that_is_kept_is_known_to_the_check_of_replays()
    {
        var source = File.ReadAllText(Path.Combine(Checkout.Lab, "Features", "Replay", "ReplayCheck.cs"));

        foreach (var kind in typeof(LabEvent).GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            Assert.Contains($" {kind.DerivedType.Name} ", source, StringComparison.Ordinal);
        }
    }
}
