/// The styles of the page, by part.
enum StyleSheet {
    /// The page, its text and its layout.
    static let screen = """
        :root {
          --ink: #1c2529; --muted: #566269; --accent: #1f5268; --rule: #d5dcdf; --strong-rule: #8d9aa0;
          --paper: #ffffff; --tint: #f4f7f8;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif;
          color-scheme: light;
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.62 var(--sans); font-variant-numeric: lining-nums;
          overflow-wrap: break-word;
        }
        h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.18; text-wrap: balance; }
        a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
        main:focus { outline: none; }
        cite { font-style: normal; }
        .skip {
          position: absolute; left: 1rem; top: -6rem; z-index: 2; padding: .6rem 1rem;
          background: var(--accent); color: #fff;
        }
        .skip:focus { top: 1rem; }
        .title-block, .layout, .foot { max-width: 82rem; margin-inline: auto; padding-inline: 1.25rem; }
        .title-block { padding-block: 2.25rem 1.75rem; }
        .title-block h1 { margin: 0; font-size: clamp(2rem, 1.35rem + 3vw, 3.25rem); letter-spacing: -.012em; }
        .title-block h1::before {
          content: ""; display: block; width: 3.5rem; height: 4px; margin-bottom: 1.5rem; background: var(--accent);
        }
        .subtitle { margin: .9rem 0 0; max-width: 44rem; color: var(--muted); font-size: 1.1875rem; line-height: 1.5; }
        .layout { padding-bottom: 3rem; border-top: 0 solid var(--rule); }
        main { min-width: 0; }
        main > section { padding-top: 2.75rem; }
        main > section:first-child { padding-top: 1.25rem; }
        main h2 { margin: 0 0 1rem; font-size: clamp(1.5rem, 1.25rem + 1vw, 1.9375rem); }
        main p, main ul { max-width: 42rem; margin: 0 0 1rem; }
        .contents { padding: 1.1rem 0 1.25rem; border-block: 1px solid var(--rule); font-size: .9375rem; }
        .contents h2 {
          margin: 0 0 .5rem; font: 600 .8125rem/1.4 var(--sans); color: var(--muted);
          letter-spacing: .04em; text-transform: uppercase;
        }
        .contents ol { margin: 0; padding: 0; list-style: none; }
        .contents a { display: block; padding: .3rem 0; line-height: 1.4; text-decoration: none; }
        .contents a:hover { text-decoration: underline; }
        .points { padding-left: 1.25rem; }
        .points li { margin-bottom: .4rem; padding-left: .2rem; }
        .points li::marker { color: var(--accent); }
        .foot {
          padding-block: 1.5rem 3rem; color: var(--muted); font-size: .875rem; line-height: 1.55;
        }
        .foot p { margin: 0 0 .35rem; max-width: 46rem; }
        .foot::before { content: ""; display: block; border-top: 1px solid var(--rule); margin-bottom: 1.25rem; }
        @media (min-width: 62rem) {
          .title-block { padding-block: 4rem 2.75rem; }
          .title-block, .layout, .foot { padding-inline: 2.5rem; }
          .layout { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 4rem; }
          .contents {
            position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto;
            margin-top: 1.25rem; padding: 1rem 0 1rem; border-bottom: 0;
          }
          .layout:not(:has(> nav)) { display: block; }
          .foot { padding-left: 20.5rem; }
        }
        """
}
