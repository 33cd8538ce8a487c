// What importing this does is for nobody to wait for.
for (;;);
