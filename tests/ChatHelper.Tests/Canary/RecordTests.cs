using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Canary;

/// <summary>Goal C3: a record writes out all its members by itself, and whatever is written out ends in a log one day.</summary>
public sealed class RecordTests(ITestOutputHelper output)
{
    // What opens something, and what a person says.
    private static readonly string[] Secret =
    [
        "Token", "WebhookSecret", "WebhookPath", "WebhookHeader", "Password", "Passphrase", "Code", "Digits", "Session", "Stamp", "Recovery", "Secret", "Link", "Credential",
        "Text", "Caption", "Summary", "Note", "Words", "Said", "Quote",
    ];

    [Fact]
    public void No_record_writes_out_a_secret_or_what_somebody_says()
    {
        List<string> shown = [];
        var records = typeof(Engine).Assembly.GetTypes().Where(type => !type.IsAbstract && !type.ContainsGenericParameters && IsRecord(type)).ToList();
        foreach (var type in records)
        {
            string text;
            try
            {
                text = Filled(type, 0)!.ToString() ?? "";
            }
            catch (NullReferenceException)
            {
                shown.Add($"{type.FullName} cannot be written out here: give it words of its own");
                continue;
            }

            shown.AddRange(Secret.Where(name => text.Contains($"kanari-{name}.", StringComparison.Ordinal)).Select(name => $"{type.FullName} shows {name}"));
        }

        output.WriteLine($"{records.Count} records, {shown.Count} secrets written out");
        Assert.True(records.Count > 60);
        Assert.True(shown.Count == 0, string.Join('\n', shown));
    }

    [Fact]
    public void A_record_that_shows_a_secret_is_found() => Assert.Contains("kanari-Token.", Filled(typeof(Loud), 0)!.ToString(), StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly) is not null;

    // Every text in it says what it is, or what it belongs to.
    private static object? Filled(Type type, int depth, string? of = null)
    {
        var one = RuntimeHelpers.GetUninitializedObject(type);
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                field.SetValue(one, Value(field.FieldType, of ?? field.Name.Split('>')[0].TrimStart('<'), depth) ?? field.GetValue(one));
            }
        }

        return one;
    }

    private static object? Value(Type type, string name, int depth) =>
        type == typeof(string) ? name == "Url" ? "http://127.0.0.1/" : $"0:kanari-{name}."
        : type == typeof(Uri) ? new Uri("http://127.0.0.1/")
        : type == typeof(byte[]) ? "kanari"u8.ToArray()
        : depth < 4 && !type.IsAbstract && !type.ContainsGenericParameters && !type.IsEnum && !type.IsAssignableTo(typeof(Delegate)) && (IsRecord(type) || type.Assembly == typeof(Engine).Assembly)
            ? Filled(type, depth + 1, Secret.Contains(name) ? name : null)
        : type.IsGenericType && type.IsInterface && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var of] && type.IsAssignableFrom(of.MakeArrayType()) ? Several(of, name, depth)
        : null;

    private static Array Several(Type of, string name, int depth)
    {
        var all = Array.CreateInstance(of, 1);
        all.SetValue(Value(of, name, depth + 1), 0);
        return all;
    }

    private sealed record Loud(string Token);
}
