using System.Linq.Expressions;
using System.Reflection.Emit;
using System.Reflection;
using System.Runtime.Loader;

// The same file in the default context, in others (two of one name), in one that can be unloaded; then code made at run time.
var path = args[0];
AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
new AssemblyLoadContext("Left").LoadFromAssemblyPath(path);
new AssemblyLoadContext("Right").LoadFromAssemblyPath(path);
new AssemblyLoadContext("Right").LoadFromAssemblyPath(path);
var collectible = new AssemblyLoadContext("Passing", isCollectible: true);
collectible.LoadFromAssemblyPath(path);
collectible.Unload();

var emitted = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Emitted"), AssemblyBuilderAccess.Run);
emitted.DefineDynamicModule("Main").DefineType("Made").CreateType();
var method = new DynamicMethod("Answer", typeof(int), []);
var code = method.GetILGenerator();
code.Emit(OpCodes.Ldc_I4, 42);
code.Emit(OpCodes.Ret);
Console.WriteLine(method.CreateDelegate<Func<int>>()());
Console.WriteLine(((Expression<Func<int>>)(() => path.Length)).Compile()());
