using System.Text;
using BenchmarkDotNet.Attributes;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Metrics;

namespace PixelLab.Bench;

/// <summary>What one hit costs in each of its steps.</summary>
[MemoryDiagnoser]
public class HitBenchmarks
{
    private static readonly string Head = Encoding.ASCII.GetString(Load.BrowserRequest(5080, "/px/PL-SHOP-1.gif")).TrimEnd();

    private readonly string _head = Head;
    private readonly Hit _hit = Built();
    private readonly byte[] _json = LabEventJson.Write(Built());

    [Benchmark]
    public int ReadHead() => RequestHead.Parse(_head).Headers.Count;

    [Benchmark]
    public int WriteJson() => LabEventJson.Write(_hit).Length;

    [Benchmark]
    public LabEvent ReadJson() => LabEventJson.Read(_json, 1, SeatId.Default);

    [Benchmark]
    public int Explain() => HitExplainer.Explain(Built(_head), Language.English).Fields.Count;

    private static Hit Built(string? head = null) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        Vendor = MetricsWire.VendorName,
        Site = "shop",
        Request = new CapturedRequest
        {
            Head = head ?? Head,
            Scheme = "http",
            Path = "/px/PL-SHOP-1.gif",
            Address = "127.0.0.1",
            HeadBytes = Head.Length + 4,
        },
    };
}
