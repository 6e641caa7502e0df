using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using PluginHost;

var (way, path) = (args[0], args[1]);
var plugin = way switch
{
    "LoadFrom" => Assembly.LoadFrom(path),
    "LoadFile" => Assembly.LoadFile(path),
    "LoadFromAssemblyPath" => AssemblyLoadContext.Default.LoadFromAssemblyPath(path),
    "OwnContext" => new AssemblyLoadContext("Plugins").LoadFromAssemblyPath(path),
    "AllNamedAfterPaths" => AllNamedAfterPaths(),
    "LoadFromStream" => AssemblyLoadContext.Default.LoadFromStream(File.OpenRead(path)),
    "Bytes" => Assembly.Load(File.ReadAllBytes(path)),
    "Resolving" => Resolve(),
    _ => throw new ArgumentException(way),
};
var type = plugin.GetTypes().Single(typeof(IPlugin).IsAssignableFrom);
Console.WriteLine(((IPlugin)Activator.CreateInstance(type)!).Name);

// As MSBuild names its contexts; what is emitted and what is not found have the folder in their names too.
Assembly AllNamedAfterPaths()
{
    AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(path + " emitted"), AssemblyBuilderAccess.Run).DefineDynamicModule("Main");
    try
    {
        Assembly.Load(Path.Combine(AppContext.BaseDirectory, "Missing"));
    }
    catch (IOException)
    {
        Console.WriteLine("as expected");
    }

    return new AssemblyLoadContext("Host plugin " + path).LoadFromAssemblyPath(path);
}

// A handler of its own finds what the binder does not.
Assembly Resolve()
{
    AssemblyLoadContext.Default.Resolving += (context, _) => context.LoadFromAssemblyPath(path);
    return Assembly.Load("Plugin");
}
