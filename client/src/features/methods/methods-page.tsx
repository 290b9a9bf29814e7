export function MethodsPage() {
  return <h1>Methods</h1>;
}
