using System.Globalization;
using System.Reflection;

namespace DepGraph.Loading.Tests;

/// <summary>What apps may call. The file is the record of it: a change shows in the review, and whether it breaks apps is for the reviewer to say.</summary>
public class ThePublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Is_what_the_file_beside_this_test_says()
    {
        var lines = typeof(LoadSequence).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines);
        var surface = string.Concat(lines.Select(line => line + "\n"));

        var path = Repository.PathOf("tests", "DepGraph.Loading.Tests", "PublicSurface.txt");
        if (Switches.WriteDocs)
            File.WriteAllText(path, surface);
        else
            File.ReadAllText(path).ShouldBe(surface);
    }

    private static IEnumerable<string> Lines(Type type)
    {
        var parents = type.GetInterfaces().Where(one => one.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        yield return $"{Kind(type)} {Name(type)}{(parents.Count > 0 ? " : " + string.Join(", ", parents) : "")}";
        var members = type.GetConstructors(Declared).Select(one => $"new({Parameters(one)})")
            .Concat(type.GetProperties(Declared)
                .Select(one => $"{Static(one.GetMethod!)}{Name(one.PropertyType)} {one.Name} {{ get;{(one.SetMethod?.IsPublic == true ? " set;" : "")} }}"))
            .Concat(type.GetMethods(Declared).Where(one => !one.IsSpecialName)
                .Select(one => $"{Static(one)}{Name(one.ReturnType)} {one.Name}({Parameters(one)})"))
            .Concat(type.GetFields(Declared).Select(one => $"{Name(one.FieldType)} {one.Name}"))
            .Concat(type.GetEvents(Declared).Select(one => $"event {Name(one.EventHandlerType!)} {one.Name}"));
        foreach (var member in members.Order(StringComparer.Ordinal))
            yield return "    " + member;
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(one =>
        $"{Name(one.ParameterType)} " +
            $"{one.Name}{(one.HasDefaultValue ? $" = {Convert.ToString(one.DefaultValue ?? "default", CultureInfo.InvariantCulture)}" : "")}"));

    private static string Name(Type type)
    {
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name[..name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
