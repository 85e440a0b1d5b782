namespace PixelLab.Web.Addressing;

/// <summary>What serves a host of the town.</summary>
/// <param name="Name">The host, as the town's lists of sites and of vendors name it.</param>
/// <param name="Map">Maps its routes.</param>
/// <param name="Add">Adds what they need; null where they need nothing.</param>
public sealed record ServedHost(string Name, Action<WebApplication> Map, Action<WebApplicationBuilder>? Add = null);

/// <summary>Adds and maps the hosts of a list.</summary>
public static class ServedHosts
{
    /// <summary>Adds what the hosts need.</summary>
    public static WebApplicationBuilder AddHosts(this WebApplicationBuilder builder, IEnumerable<ServedHost> hosts)
    {
        foreach (var host in hosts)
        {
            host.Add?.Invoke(builder);
        }

        return builder;
    }

    /// <summary>Maps the hosts.</summary>
    public static WebApplication MapHosts(this WebApplication app, IEnumerable<ServedHost> hosts)
    {
        foreach (var host in hosts)
        {
            host.Map(app);
        }

        return app;
    }
}
