import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

// Pictures of the main views for the documentation, into docs/screenshots.
export default defineConfig({ ...tests, testMatch: '**/*.pictures.ts' });
