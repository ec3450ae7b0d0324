// Lets pages import their style sheets.

declare module "*.css";
