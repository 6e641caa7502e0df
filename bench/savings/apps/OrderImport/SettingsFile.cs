using System.Runtime.CompilerServices;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OrderImport;

/// <summary>The settings, read by YamlDotNet.</summary>
internal static class SettingsFile
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Settings Read(string name)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, name));
        return yaml.Deserialize<Settings>(file);
    }
}
