/** A plain page of the server's own, for when the dashboard has nothing to show it with. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}pre{background:#eee;color:#111;padding:1rem;overflow:auto}</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`;
}
