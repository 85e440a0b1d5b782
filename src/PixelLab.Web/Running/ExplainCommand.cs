using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Languages;
using PixelLab.Web.Features.Yours;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Running;

/// <summary><c>explain</c>: what the page and the API tell of something that is brought, without a server.</summary>
public static class ExplainCommand
{
    /// <summary>The file's name that stands for the standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(CommandLine line) => line.Command == CommandList.Explain;

    /// <summary>Explains a file.</summary>
    /// <returns>The exit code: 0 where something could be read, else 1.</returns>
    public static async Task<int> RunAsync(CommandLine line, Stream output, TextWriter faults)
    {
        var file = line.File!;
        await using var input = file == StandardInput
            ? (Stream)new FileBufferingReadStream(Console.OpenStandardInput(), ExplainLimits.HeldBytes)
            : Open(file);
        var explanation = new Explanation(input, file == StandardInput ? null : Path.GetFileName(file), Language.English);
        await (line.HasFlag ? WriteTextAsync(explanation, output) : WriteJsonAsync(explanation, output));
        if (explanation.Refusal is not { } why)
        {
            return 0;
        }

        await faults.WriteLineAsync(why);
        return 1;
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(File.Exists(file) || Directory.Exists(file) ? RunningText.Text["Explain.Unreadable", file, fault.Message] : RunningText.Text["Explain.NoFile", file], fault);
        }
    }

    private static async Task WriteJsonAsync(Explanation explanation, Stream output)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        using (var writer = new ExplanationWriter(pipe))
        {
            await foreach (var request in explanation.RequestsAsync(CancellationToken.None))
            {
                writer.Write(explanation.Kind, request);
                await pipe.FlushAsync();
            }

            if (explanation.Refusal is null)
            {
                writer.End(explanation);
                pipe.Write("\n"u8);
            }
        }

        await pipe.CompleteAsync();
    }

    private static async Task WriteTextAsync(Explanation explanation, Stream output)
    {
        await using var text = new StreamWriter(output, leaveOpen: true);
        await foreach (var request in explanation.RequestsAsync(CancellationToken.None))
        {
            await text.WriteLineAsync(Inert($"{request.Method} {request.Url}"));
            await text.WriteLineAsync(Inert($"  {request.Where}: {string.Join(", ", new[] { request.Vendor, request.Owner, request.Category, request.Event }.OfType<string>().Prepend(request.Host))}"));
            foreach (var field in request.Fields)
            {
                await text.WriteLineAsync(Inert($"  {field.Field} = {field.Value}"));
                await text.WriteLineAsync(Inert($"    {field.Meaning} {field.Control}"));
            }

            await text.WriteLineAsync();
        }

        foreach (var link in explanation.Links)
        {
            var way = string.Concat(link.Through is { } through ? RunningText.Text["Explain.Through", through] : "", link.Target is { } target ? RunningText.Text["Explain.To", target] : "");
            await text.WriteLineAsync(Inert(RunningText.Text["Explain.Link", link.Url, way, link.Text]));
        }

        foreach (var problem in explanation.Refusal is null ? explanation.Problems : [])
        {
            await text.WriteLineAsync(Inert($"{problem.Where}: {problem.Why}"));
        }
    }

    /// <summary>Without what a terminal would take for orders.</summary>
    private static string Inert(string line) => string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
