import { startApp } from './app/app.ts';

const root = document.querySelector<HTMLElement>('#page');
if (root) void startApp(root);
