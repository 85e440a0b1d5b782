using System.Globalization;

namespace PixelLab.Bench;

/// <summary>How many hits a second the pixel takes, beside the plainest pixels there are: one of a server that logs, and one of the lab's own server that does nothing else.</summary>
internal static class PixelAgainstPlain
{
    private const int Rounds = 5;
    private const string Path = "/~bench/px/PL-SHOP-1.gif";
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    /// <summary>Measures all in turn and prints the ratios of their medians.</summary>
    public static async Task RunAsync()
    {
        await using var nginx = await NginxProcess.StartAsync();
        await using var bare = await BareServer.StartAsync();
        await using var lab = await BenchLab.StartAsync();
        var pixel = new Measured("PixelLab, captured and durable", lab.Port, 0, () => lab.ProcessorTime);
        var kestrel = new Measured("bare Kestrel, same answer", bare.Port, 0.7, () => bare.ProcessorTime);
        List<Measured> plain = nginx is null ? [kestrel] : [new("nginx empty_gif with access log", nginx.Port, 0.8, null), kestrel];
        List<Measured> all = [.. plain, pixel];
        foreach (var one in all)
        {
            await LoadAsync(one == pixel ? Warm + Warm : Warm, one.Port);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var one in all)
            {
                var worked = one.Processor?.Invoke() ?? default;
                var rate = await LoadAsync(Round, one.Port);
                one.Rates.Add(rate);
                one.Costs.Add(((one.Processor?.Invoke() ?? default) - worked).TotalMicroseconds / (rate * Round.TotalSeconds));
            }
        }

        Console.WriteLine($"requests a second, {Load.Connections} connections by {(Wrk.IsInstalled ? "wrk" : "the bench's own load: wrk is not installed")}{(nginx is null ? "; nginx is not installed" : "")}");
        foreach (var one in all)
        {
            Console.WriteLine($"{one.Name,-34}{one.Rate,9:n0}   ({string.Join(" ", one.Rates.Select(rate => rate.ToString("n0", CultureInfo.InvariantCulture)))})");
        }

        // A machine that others use too slows everything down, and changes this less.
        Console.WriteLine($"processor time of an answer: {string.Join("; ", all.Where(one => one.Processor is not null).Select(one => $"{one.Name} {Median(one.Costs):n1} µs"))}");
        foreach (var one in plain)
        {
            Console.WriteLine($"{"the pixel, of " + one.Name.Split([' ', ','])[0],-34}{pixel.Rate / one.Rate,9:n2}   (aim: at least {one.Aim:n1})");
        }
    }

    private static Task<double> LoadAsync(TimeSpan duration, int port) =>
        Wrk.IsInstalled ? Wrk.ForAsync(duration, port, Path) : Load.ForAsync(duration, port, Path);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A server of the measurement.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Port">Where it listens.</param>
    /// <param name="Aim">Which share of its rate the pixel is to reach.</param>
    /// <param name="Processor">What the processors have worked for it so far; null for several processes.</param>
    private sealed record Measured(string Name, int Port, double Aim, Func<TimeSpan>? Processor)
    {
        public List<double> Rates { get; } = [];

        /// <summary>Processor time of an answer, in microseconds.</summary>
        public List<double> Costs { get; } = [];

        public double Rate => PixelAgainstPlain.Median(Rates);
    }
}
