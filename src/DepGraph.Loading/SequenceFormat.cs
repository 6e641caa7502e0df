using System;
using System.Collections.Generic;

namespace DepGraph.Loading;

/// <summary>What the JSON of a load sequence means. Fields it does not know are passed over.</summary>
internal static class SequenceFormat
{
    private const double Version = 1;

    public static RecordedSequence Parse(string text)
    {
        var root = JsonReader.Parse(text) as Dictionary<string, object?> ?? throw new FormatException("it is not an object.");
        if (Field(root, "format") as string != "depgraph.loadsequence")
            throw new FormatException("it is not a load sequence.");
        if (Field(root, "version") is not double version)
            throw new FormatException("it has no version.");
        if (version != Version)
            return RecordedSequence.Unusable($"The load sequence has version {version}, and this library reads version {Version}: build the app again.");

        var notByName = new List<string>();
        foreach (var name in List(root, "notByName"))
            notByName.Add(Text(name, "notByName"));
        var steps = Steps(List(root, "sequence"), notByName);
        var timeline = Timeline(List(root, "timeline"));
        var ready = Number(root, "readyMs");
        if (timeline.Count > 0)
            ready = Math.Max(ready, timeline[timeline.Count - 1].AtMs);
        return new RecordedSequence(Text(Field(root, "app"), "app"), ready, steps, timeline, notByName);
    }

    private static List<LoadStep> Steps(List<object?> items, List<string> notByName)
    {
        if (items.Count == 0)
            throw new FormatException("it has no steps.");
        var steps = new List<LoadStep>(items.Count);
        foreach (var item in items)
        {
            var step = Object(item, "sequence");
            var members = new List<string>();
            foreach (var member in List(step, "members"))
            {
                var name = Text(member, "members");
                members.Add(name);
                if (!IsSimpleName(name))
                    notByName.Add(name);
            }
            if (members.Count == 0)
                throw new FormatException("a step has no members.");
            steps.Add(new LoadStep(Text(Field(step, "name"), "name"), members, Number(step, "costMs"), Number(step, "loadMs")));
        }
        return steps;
    }

    private static List<Milestone> Timeline(List<object?> items)
    {
        var timeline = new List<Milestone>(items.Count);
        var last = 0.0;
        foreach (var item in items)
        {
            var milestone = Object(item, "timeline");
            last = Math.Max(last, Number(milestone, "atMs"));
            timeline.Add(new Milestone(Text(Field(milestone, "name"), "name"), last));
        }
        return timeline;
    }

    private static object? Field(Dictionary<string, object?> item, string name) =>
        item.TryGetValue(name, out var value) ? value : throw new FormatException($"'{name}' is missing.");

    private static Dictionary<string, object?> Object(object? value, string name) =>
        value as Dictionary<string, object?> ?? throw new FormatException($"'{name}' holds something that is not an object.");

    private static List<object?> List(Dictionary<string, object?> item, string name) =>
        Field(item, name) as List<object?> ?? throw new FormatException($"'{name}' is not a list.");

    private static double Number(Dictionary<string, object?> item, string name) =>
        Field(item, name) is double number and >= 0 ? number : throw new FormatException($"'{name}' is not a number of milliseconds.");

    // What paths and display names are made of must not reach the loader. A loop, because the vectorized search
    // costs more to compile at startup than all the names together take here.
    private static bool IsSimpleName(string name)
    {
        foreach (var character in name)
            if (character is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or ',' or '=')
                return false;
        return true;
    }

    private static string Text(object? value, string name)
    {
        if (value is not string { Length: > 0 } text)
            throw new FormatException($"'{name}' is not a text.");
        foreach (var character in text)
            if (char.IsControl(character))
                throw new FormatException($"'{name}' has control characters.");
        return text;
    }
}
