using BenchmarkDotNet.Running;
using PixelLab.Bench;

if (args is [BareServer.Command, var at])
{
    await BareServer.RunAsync(at);
    return 0;
}

if (args is ["micro", .. var rest])
{
    BenchmarkSwitcher.FromTypes([typeof(HitBenchmarks)]).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
    return 0;
}

#if DEBUG
await Console.Error.WriteLineAsync("Figures of a debug build say nothing. Run: dotnet run -c Release --project tests/PixelLab.Bench");
return 1;
#else
if (args is ["pixel"])
{
    await PixelAgainstPlain.RunAsync();
    return 0;
}

if (args is ["start", .. var program])
{
    await StartAndMemory.StartAsync(program is [] ? ["dotnet", Checkout.LabProgram] : program);
    return 0;
}

if (args is ["reports"])
{
    ReportFolds.Run();
    return 0;
}

if (args is ["people"])
{
    await PopulationRun.RunAsync();
    return 0;
}

if (args is ["compare"])
{
    await ComparePage.RunAsync();
    return 0;
}

if (args is ["panel"])
{
    await PanelPage.RunAsync();
    return 0;
}

if (args is ["class"])
{
    return await ClassLoad.RunAsync() ? 0 : 1;
}

if (args is ["hostile", .. var tricks])
{
    return await HostileClass.RunAsync(tricks) ? 0 : 1;
}

if (args is [HostileVisitor.Command, var port, var code, .. var words])
{
    await HostileVisitor.RunAsync(port, code, words);
    return 0;
}

if (args is ["large", .. var size])
{
    await LargeSeat.RunAsync(size);
    return 0;
}

if (args is ["room"])
{
    return await RoomFolds.RunAsync() ? 0 : 1;
}

Console.WriteLine($"PixelLab bench, {Environment.ProcessorCount} processors, all on this machine");
await StartAndMemory.RunAsync();
await PixelAgainstPlain.RunAsync();
await LiveLatency.RunAsync();
await ScriptSizes.RunAsync();
ReportFolds.Run();
await PopulationRun.RunAsync();
await PanelPage.RunAsync();
await ComparePage.RunAsync();
var isRoomQuick = await RoomFolds.RunAsync();
return await ClassLoad.RunAsync() && isRoomQuick ? 0 : 1;
#endif
