using System.Reflection;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests;

/// <summary>The arrows between the folders go one way.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "PixelLab.Web.";

    [Fact]
    public void Core_knows_no_web_server() =>
        Assert.DoesNotContain(
            typeof(LabEvent).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Sites_know_of_vendors_only_their_tags() =>
        Assert.DoesNotContain(
            Uses(from: "Sites", to: "Vendors"), use => use.To.EndsWith("Endpoints", StringComparison.Ordinal));

    [Theory]
    [InlineData("Addressing")]
    [InlineData("Storage")]
    [InlineData("Capture")]
    [InlineData("Readings")]
    [InlineData("Languages")]
    [InlineData("Live")]
    [InlineData("Pages")]
    [InlineData("Dock")]
    [InlineData("Frame")]
    public void What_pages_share_knows_no_feature(string folder) => Assert.Empty(Uses(folder, to: "Features"));

    [Theory]
    [InlineData("Live")]
    [InlineData("Sites")]
    [InlineData("Vendors")]
    public void The_store_knows_nobody_who_reads_it(string folder) => Assert.Empty(Uses(from: "Storage", to: folder));

    [Fact]
    public void The_check_sees_what_is_used() => Assert.NotEmpty(Uses(from: "Sites", to: "Features"));

    /// <summary>Every mention of a type of one folder in the signatures and bodies of another, read from the compiled code.</summary>
    private static List<(string From, string To)> Uses(string from, string to)
    {
        var assembly = typeof(Capture.HitKeeper).Assembly;
        var uses = new List<(string, string)>();
        foreach (var type in assembly.GetTypes().Where(type => IsIn(type, from)))
        {
            uses.AddRange(Mentioned(type).Where(mentioned => IsIn(mentioned, to)).Select(mentioned => (type.FullName!, mentioned.FullName!)));
        }

        return uses;
    }

    private static bool IsIn(Type type, string folder) =>
        type.Namespace is { } name && (name == Root + folder || name.StartsWith(Root + folder + ".", StringComparison.Ordinal));

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> direct = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(All).Select(field => field.FieldType)];
        foreach (var mentioned in direct.OfType<Type>())
        {
            yield return mentioned;
        }

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var parameter in method.GetParameters())
            {
                yield return parameter.ParameterType;
            }

            foreach (var inBody in InBody(type.Module, method))
            {
                yield return inBody;
            }
        }
    }

    /// <summary>
    /// The types that a method's instructions name. Four bytes of code that happen to read like a token of this module may add
    /// one too many, never one too few.
    /// </summary>
    private static IEnumerable<Type> InBody(Module module, MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i < code.Length; i++)
        {
            if (OperandOf(code, ref i) is not { } token)
            {
                continue;
            }

            MemberInfo? member;
            try
            {
                member = module.ResolveMember(
                    token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null);
            }
            catch (ArgumentException)
            {
                continue;
            }

            if ((member as Type ?? member?.DeclaringType) is { } found)
            {
                yield return found;
            }

            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments())
                {
                    yield return argument;
                }
            }
        }
    }

    /// <summary>The token after one of the instructions that name a member: call, callvirt, newobj, fields, tokens, casts.</summary>
    private static int? OperandOf(byte[] code, ref int at)
    {
        if (at + 4 >= code.Length || code[at] is not (0x28 or 0x6F or 0x73 or 0x74 or 0x75 or 0x7B or 0x7D or 0x7E or 0x80 or 0x8D or 0xD0))
        {
            return code[at] == 0xFE && at + 5 < code.Length && code[at + 1] == 0x06 ? BitConverter.ToInt32(code, at + 2) : null;
        }

        return BitConverter.ToInt32(code, at + 1);
    }
}
