import { pluginInterface } from '@tinhthong/ui-webcomponents/vite';
import { defineConfig } from 'vite';

export default defineConfig(pluginInterface());
