using System.Reflection;
using System.Runtime.Loader;
using PluginHost;

var (way, path) = (args[0], args[1]);
var plugin = way switch
{
    "LoadFrom" => Assembly.LoadFrom(path),
    "LoadFile" => Assembly.LoadFile(path),
    "LoadFromAssemblyPath" => AssemblyLoadContext.Default.LoadFromAssemblyPath(path),
    "OwnContext" => new AssemblyLoadContext("Plugins").LoadFromAssemblyPath(path),
    "LoadFromStream" => AssemblyLoadContext.Default.LoadFromStream(File.OpenRead(path)),
    "Bytes" => Assembly.Load(File.ReadAllBytes(path)),
    "Resolving" => Resolve(),
    _ => throw new ArgumentException(way),
};
var type = plugin.GetTypes().Single(typeof(IPlugin).IsAssignableFrom);
Console.WriteLine(((IPlugin)Activator.CreateInstance(type)!).Name);

// A handler of its own finds what the binder does not.
Assembly Resolve()
{
    AssemblyLoadContext.Default.Resolving += (context, _) => context.LoadFromAssemblyPath(path);
    return Assembly.Load("Plugin");
}
