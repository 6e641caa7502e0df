namespace PluginHost;

/// <summary>What a plugin refers back to the host for.</summary>
public interface IPlugin
{
    string Name { get; }
}
